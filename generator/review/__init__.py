"""What an editor should look at in entries that are sound: pure, without disk or HTML."""

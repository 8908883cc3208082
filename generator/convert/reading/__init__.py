"""What an article says: the days it names, the words it quotes, the people and places it speaks of."""

iFrameResize({}, "iframe");

"""What is done, one stage a module; a stage knows only the stages before it."""

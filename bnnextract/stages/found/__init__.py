"""What stands in a text: segments, numbers, offices, periods, speakers, and all of it on one row of words."""

"""What each page says. A view holds finished words and links; the template of its kind only lays it out."""

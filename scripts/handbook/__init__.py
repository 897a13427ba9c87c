"""Turn captures of Chinese enterprise-support policies into a handbook: site, printed books and open data."""

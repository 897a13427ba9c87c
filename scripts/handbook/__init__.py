"""Turn captures of Chinese enterprise-support policies into a handbook: site, printed books and open data."""

import gc

# What a build makes lives to its end: looking for garbage at every 700 new values costs it a twelfth of its time.
gc.set_threshold(50_000, 10, 10)

"""Printed handbooks: which books there are, what each holds as plain values, and the press that sets them."""

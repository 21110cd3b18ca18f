"""What a line looks like, by itself and among its neighbours."""

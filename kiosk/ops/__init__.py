"""What operators run and watch: doctor, health, the service manager, the one instance."""

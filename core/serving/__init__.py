"""How the site runs: a web server, a worker for tasks and the clock, and the parent that holds both."""

"""What wraps Qt or works around it; knows no visitor, so the desk's window may use it."""

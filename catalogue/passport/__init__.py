"""The product passport by law: what is missing, being on sale, lots and papers."""

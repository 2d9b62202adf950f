"""Everything that turns outside material into documents and claims."""

"""What is recognised in operations, or declared for them: pages, and states to wait for."""

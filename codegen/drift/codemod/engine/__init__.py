"""The parts of the written program. They use LibCST, which the generator does not need."""

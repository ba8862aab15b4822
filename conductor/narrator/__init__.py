from conductor.narrator.wording import narrate, sentence

__all__ = ["narrate", "sentence"]

"""What each template is given: frozen classes whose every field is finished source.

A view says what the page says; it is made from the model and the names, and the template lays it out.
"""

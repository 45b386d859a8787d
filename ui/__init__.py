"""What the page is made of: sessions, loading, and answers as escaped HTML. No Gradio in here."""

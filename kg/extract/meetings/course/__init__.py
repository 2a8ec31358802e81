"""The meeting that a letter is about and how it went: its sessions, lunches and commissions in their order."""

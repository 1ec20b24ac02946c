"""The words by which the names of operations are understood: verbs, and the small words around them."""

from __future__ import annotations

MANY = frozenset({"list", "search", "query", "count", "find"})
"""Verbs that speak of many things: ``list clusters``."""

READING = frozenset({"get", "fetch", "retrieve", "read", "load"})
"""Verbs of which only the object tells whether they speak of one or of many."""

OF_ONE = READING | {"delete", "destroy", "patch", "put", "remove", "replace", "show", "update", "view"}
"""Verbs whose object is given by what a path ends with: ``delete order by id``."""

LAST = OF_ONE | {
    "add", "attach", "create", "demote", "detach", "disable", "enable", "list", "promote", "search", "set",
}  # fmt: skip
"""Verbs that some write behind their object: ``disk attach``."""

JOINING = frozenset({
    "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "over", "per", "that", "to",
    "using", "via", "with", "without",
})  # fmt: skip
"""Words that go on with what was said; nothing begins with them."""

BEGINNING = frozenset({
    "accept", "acknowledge", "activate", "approve", "archive", "assign", "ban", "block", "bookmark", "enable",
    "favorite", "favourite", "flag", "follow", "hide", "join", "like", "lock", "mark", "mute", "pin",
    "publish", "resolve", "share", "star", "subscribe", "suspend", "verify", "vote", "watch",
})  # fmt: skip
"""Acts that a request with DELETE takes back: it is none of them itself."""

BELONGING = frozenset({"for", "from"})
"""What stands before whose a thing is, or where it was."""

ADDING = frozenset({"add", "append", "assign", "attach", "invite"})
"""Verbs behind which ``to`` says so as well; behind others it says what something becomes."""

QUANTIFIERS = frozenset({"all", "batch", "bulk", "many", "multiple"})
"""What may stand between a verb and its object."""

VERBS = LAST | MANY | frozenset({
    "abandon", "abort", "accept", "acknowledge", "acquire", "activate", "adjust", "advance", "analyze",
    "anonymize", "append", "apply", "approve", "archive", "ask", "assign", "associate", "authenticate",
    "authorize", "backup", "ban", "begin", "bind", "block", "bookmark", "boot", "build", "bulk", "buy",
    "calculate", "call", "cancel", "capture", "change", "charge", "check", "claim", "clear", "clone",
    "close", "collect", "commit", "compare", "compile", "complete", "compute", "confirm", "connect",
    "consume", "convert", "copy", "deactivate", "decline", "decrypt", "deliver", "deny", "deploy",
    "deprecate", "describe", "disassociate", "discard", "disconnect", "dismiss", "dispatch", "download",
    "drain", "drop", "duplicate", "edit", "empty", "encrypt", "end", "enqueue", "estimate", "evaluate",
    "exchange", "execute", "expire", "export", "extend", "extract", "fail", "favorite", "favourite",
    "filter", "finalize", "finish", "fire", "flag", "flush", "follow", "force", "forget", "fork",
    "forward", "freeze", "fund", "generate", "grant", "handle", "hide", "identify", "ignore", "import",
    "increment", "index", "initialize", "initiate", "insert", "install", "invalidate", "invite", "invoke",
    "issue", "join", "keep", "kill", "launch", "leave", "like", "link", "lock", "login", "logout",
    "lookup", "make", "mark", "match", "merge", "migrate", "mirror", "modify", "mount", "move", "mutate",
    "mute", "notify", "open", "override", "overwrite", "park", "pause", "pay", "perform", "pin", "ping",
    "play", "poll", "post", "poweroff", "poweron", "prepare", "present", "preview", "process",
    "provision", "publish", "pull", "purchase", "purge", "push", "queue", "reactivate", "reblog",
    "reboot", "rebuild", "recalculate", "receive", "recommend", "reconnect", "recover", "redact",
    "redeem", "redeliver", "redirect", "refresh", "refund", "regenerate", "register", "reinstall",
    "reject", "release", "reload", "rename", "render", "renew", "reopen", "reorder", "replay", "reply",
    "report", "request", "rerequest", "rerun", "rescue", "resend", "reserve", "reset", "resize",
    "resolve", "respond", "restart", "restore", "resume", "retry", "return", "reveal", "reverse",
    "revert", "review", "revoke", "rollback", "rotate", "run", "save", "scale", "scan", "schedule",
    "score", "scroll", "seek", "select", "send", "share", "ship", "shutdown", "sign", "silence",
    "simulate", "skip", "snapshot", "split", "star", "start", "stop", "stream", "submit", "subscribe",
    "succeed", "suggest", "suspend", "swap", "switch", "sync", "tag", "tail", "terminate", "test",
    "toggle", "touch", "track", "transfer", "transform", "translate", "trash", "trigger", "trim",
    "unarchive", "unassign", "unban", "unblock", "unbookmark", "undelete", "undo", "unfavorite",
    "unfavourite", "unfollow", "unfreeze", "unhide", "uninstall", "unlike", "unlink", "unlock", "unmount",
    "unmute", "unpark", "unpause", "unpin", "unpublish", "unreblog", "unregister", "unset", "unsilence",
    "unstar", "unsubscribe", "unsuspend", "untag", "upgrade", "upload", "upsert", "use", "validate",
    "verify", "void", "vote", "wait", "wake", "watch", "withdraw", "write",
})  # fmt: skip
"""What the name of an operation may begin with, and what a path may end with to say what is done."""

NOUNS = frozenset({
    "address", "backup", "block", "bookmark", "build", "bulk", "call", "charge", "check", "claim",
    "clone", "commit", "copy", "count", "deploy", "download", "export", "favorite", "favourite", "flag",
    "fork", "fund", "grant", "import", "index", "invite", "issue", "join", "like", "link", "list", "load",
    "lock", "login", "logout", "lookup", "match", "merge", "mirror", "move", "open", "park", "pay", "pin",
    "ping", "play", "poll", "post", "present", "preview", "process", "pull", "purchase", "push", "query",
    "queue", "redirect", "refund", "release", "reply", "report", "request", "rescue", "return", "review",
    "rollback", "run", "scale", "scan", "schedule", "score", "search", "share", "show", "sign", "silence",
    "snapshot", "split", "star", "stream", "switch", "sync", "tag", "tail", "test", "touch", "track",
    "transfer", "trash", "trigger", "update", "upgrade", "upload", "use", "view", "vote", "wait",
})  # fmt: skip
"""Verbs that are nouns too: ``/test_clocks``, ``/switch-port``."""

ASKING = frozenset({
    "calculate", "check", "compare", "count", "download", "estimate", "export", "find", "list", "lookup",
    "ping", "poll", "preview", "query", "scan", "search", "simulate", "stream", "suggest", "tail", "test",
    "validate", "verify", "watch",
})  # fmt: skip
"""Verbs that a path may end with though it is only read: ``GET /customers/search``."""

OF_METHODS = {"POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete", "GET": "get"}
"""What a request does of which only the method says so; the others are called what they are."""

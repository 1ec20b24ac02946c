"""Vocabulary for reading the names of operations: verbs, and the function words around them."""

from __future__ import annotations

COLLECTIVE = frozenset({"list", "search", "query", "count", "find"})
"""Verbs whose object is a collection: ``list clusters``."""

READING = frozenset({"get", "fetch", "retrieve", "read", "load"})
"""Verbs whose object is one thing or a collection; the noun decides."""

WITH_KEY = READING | {"delete", "destroy", "patch", "put", "remove", "replace", "show", "update", "view"}
"""Verbs whose object is identified by the last path parameter: ``delete order by id``."""

TRAILING = WITH_KEY | {
    "add", "attach", "create", "demote", "detach", "disable", "enable", "list", "promote", "search", "set",
}  # fmt: skip
"""Verbs that some authors write after their object: ``disk attach``."""

JOINING = frozenset({
    "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "over", "per", "that", "to",
    "using", "via", "with", "without",
})  # fmt: skip
"""Prepositions and conjunctions: they continue a phrase and never begin one."""

REVERSIBLE = frozenset({
    "accept", "acknowledge", "activate", "approve", "archive", "assign", "ban", "block", "bookmark", "enable",
    "favorite", "favourite", "flag", "follow", "hide", "join", "like", "lock", "mark", "mute", "pin",
    "publish", "resolve", "share", "star", "subscribe", "suspend", "verify", "vote", "watch",
})  # fmt: skip
"""Verbs that DELETE undoes: ``DELETE /repos/{id}/star`` removes the star."""

OWNER_PREPOSITIONS = frozenset({"for", "from"})
"""Prepositions before an owner or an origin."""

ADDING = frozenset({"add", "append", "assign", "attach", "invite"})
"""Verbs after which ``to`` precedes an owner too; after others it precedes a result."""

QUANTIFIERS = frozenset({"all", "batch", "bulk", "many", "multiple"})
"""Words between a verb and its object."""

ARTICLES = frozenset({"a", "an", "the"})

MANNERS = frozenset({"paged", "paginated"})
"""Words for the manner in which something is returned."""

FILLERS = frozenset({"action", "api", "endpoint", "handler", "method", "operation"})
"""Words that authors add to the name of an operation."""

VERBS = TRAILING | COLLECTIVE | frozenset({
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
    "reboot", "rebuild", "recalculate", "receive", "recommend", "reconnect", "recover", "recycle", "redact",
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
"""Verbs that begin an operation's name, or end a path that names an action."""

NOUNS = frozenset({
    "address", "backup", "block", "bookmark", "build", "bulk", "call", "charge", "check", "claim",
    "clone", "commit", "copy", "deploy", "download", "export", "favorite", "favourite", "flag",
    "fork", "fund", "grant", "import", "index", "invite", "issue", "join", "like", "link", "list", "load",
    "lock", "login", "logout", "lookup", "match", "merge", "mirror", "move", "open", "park", "pay", "pin",
    "ping", "play", "poll", "post", "present", "preview", "process", "pull", "purchase", "push", "query",
    "queue", "redirect", "refund", "release", "reply", "report", "request", "rescue", "return", "review",
    "rollback", "run", "scale", "scan", "schedule", "score", "search", "share", "show", "sign", "silence",
    "snapshot", "split", "star", "stream", "switch", "sync", "tag", "tail", "test", "touch", "track",
    "transfer", "trash", "trigger", "update", "upgrade", "upload", "use", "view", "vote", "wait",
})  # fmt: skip
"""Verbs that are also nouns: ``/test_clocks``, ``/switch-port``."""

QUESTIONS = frozenset({
    "calculate", "check", "compare", "count", "download", "estimate", "export", "find", "list", "lookup",
    "ping", "poll", "preview", "query", "scan", "search", "simulate", "stream", "suggest", "tail", "test",
    "validate", "verify", "watch",
})  # fmt: skip
"""Verbs that end the path of a GET: ``GET /customers/search``."""

OF_METHODS = {"POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete", "GET": "get"}
"""The verb for an HTTP method whose path names no action; other methods keep their own name."""

"""Names of header fields: common ones of IANA's registry, and widespread ones."""

from __future__ import annotations

_REGISTERED = """
    Accept Accept-Charset Accept-Encoding Accept-Language Accept-Patch Accept-Post Accept-Ranges
    Access-Control-Allow-Credentials Access-Control-Allow-Headers Access-Control-Allow-Methods
    Access-Control-Allow-Origin Access-Control-Expose-Headers Access-Control-Max-Age
    Access-Control-Request-Headers Access-Control-Request-Method Age Allow Authentication-Info Authorization
    Cache-Control Cache-Status Connection Content-Digest Content-Disposition Content-Encoding
    Content-Language Content-Length Content-Location Content-Range Content-Security-Policy Content-Type
    Cookie DPoP DPoP-Nonce Date Deprecation Digest ETag Expect Expires Forwarded From Host If-Match
    If-Modified-Since If-None-Match If-Range If-Unmodified-Since Keep-Alive Last-Event-ID Last-Modified Link
    Location Max-Forwards Origin Pragma Prefer Preference-Applied Priority Proxy-Authenticate
    Proxy-Authorization Range Referer Referrer-Policy Repr-Digest Retry-After SOAPAction Server Set-Cookie
    Signature Signature-Input Slug Strict-Transport-Security Sunset TE Timing-Allow-Origin Trailer
    Transfer-Encoding Upgrade User-Agent Vary Via WWW-Authenticate Want-Content-Digest Want-Repr-Digest
    Warning
"""

_COMMON = """
    Idempotency-Key RateLimit RateLimit-Limit RateLimit-Policy RateLimit-Remaining RateLimit-Reset
    Request-Id Correlation-Id Traceparent Tracestate X-API-Key X-API-Version X-CSRF-Token X-Correlation-ID
    X-Forwarded-For X-Forwarded-Host X-Forwarded-Proto X-Frame-Options X-HTTP-Method-Override
    X-Rate-Limit-Limit X-Rate-Limit-Remaining X-Rate-Limit-Reset X-RateLimit-Limit X-RateLimit-Remaining
    X-RateLimit-Reset X-Request-ID X-Requested-With X-Total-Count X-Trace-ID
"""

FIELDS: tuple[str, ...] = (*_REGISTERED.split(), *_COMMON.split())
"""As they are usually written; their names are case-insensitive (RFC 9110, section 5.1)."""

AUTHENTICATION_SCHEMES: tuple[str, ...] = (
    *("basic", "bearer", "concealed", "digest", "dpop", "gnap", "hoba", "mutual", "negotiate", "oauth"),
    *("privatetoken", "scram-sha-1", "scram-sha-256", "vapid"),
)
"""IANA's registry of authentication schemes (RFC 9110, section 16.4.1), in lower case."""

/** An instant as ISO-8601 UTC text with milliseconds, as `Date.toISOString()` writes it. */
export type IsoTime = string;
/** 0 or 1: better-sqlite3 binds no booleans, and PostgreSQL casts these. */
export type Flag = 0 | 1;
/** JSON kept as text; parsed by the area that owns the column. */
export type JsonText = string;

import { z } from "zod";

/** The address of a PostgreSQL. It holds a password: it goes into no error and no log. */
export const postgresAddress = z.string().refine(isPostgresAddress, {
  error:
    "must be the address of a PostgreSQL, as postgres://name:password@machine:5432/heard; a password's signs written as %40 and the like",
});

function isPostgresAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, searchParams } = new URL(text);
  return (
    /^postgres(ql)?:$/.test(protocol) &&
    (hostname !== "" || searchParams.has("host")) &&
    pathname.length > 1
  );
}

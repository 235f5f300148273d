import type { LoaderFunctionArgs } from "@remix-run/node";

/** Public: for a service manager or a monitor. It tells whether the database answers, and nothing else. */
export async function loader({ context }: LoaderFunctionArgs) {
  const isHealthy = await context.db
    .selectNoFrom((eb) => eb.lit(1).as("one"))
    .execute()
    .then(() => true)
    .catch(() => false);
  return new Response(isHealthy ? "ok\n" : "the database does not answer\n", {
    status: isHealthy ? 200 : 503,
    headers: { "Content-Type": "text/plain", "Cache-Control": "no-store" },
  });
}

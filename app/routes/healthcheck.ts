import type { LoaderFunctionArgs } from "@remix-run/node";
import { isDatabaseAnswering } from "#app/http/request/database-health.server.ts";
import { findDiskProblemNowAndThen } from "#app/http/request/disk-health.server.ts";

/** Public: for a service manager or a monitor. It tells whether the database answers and the disks take what is sent, and nothing else. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { db, env, now } = context;
  const isAnswering = await isDatabaseAnswering(db);
  const diskProblem = await findDiskProblemNowAndThen(env, now());
  const problem = !isAnswering
    ? "the database does not answer"
    : diskProblem && `the disk is ${diskProblem}`;
  return new Response(`${problem ?? "ok"}\n`, {
    status: problem ? 503 : 200,
    headers: { "Content-Type": "text/plain", "Cache-Control": "no-store" },
  });
}

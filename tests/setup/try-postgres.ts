import { startPostgres } from "./postgres-server.ts";

const server = await startPostgres();
await server.remove();
// The package listens for the end of the process, and would keep it waiting.
process.exit(0);

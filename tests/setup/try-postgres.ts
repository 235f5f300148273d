import { startPostgres } from "./postgres-server.ts";

const server = await startPostgres();
await server.remove();

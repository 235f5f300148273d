import { PostgresIntrospector, sql, type Kysely } from "kysely";

type Options = Parameters<PostgresIntrospector["getTables"]>[0];

/**
 * Sees the tables that a name without a schema means. Kysely's own sees those of
 * every schema and takes views for tables: its migrator, and whoever carries all
 * tables elsewhere, would take another program's for ours.
 */
export class OwnSchemaIntrospector extends PostgresIntrospector {
  readonly #db: Kysely<unknown>;

  constructor(db: Kysely<unknown>) {
    super(db);
    this.#db = db;
  }

  override async getTables(options?: Options) {
    const tables = await super.getTables(options);
    const { rows } = await sql<{ own: string | null }>`
      select current_schema() as own`.execute(this.#db);
    const own = rows[0]?.own ?? undefined;
    return tables.filter(({ schema, isView }) => schema === own && !isView);
  }
}

import {
  type KyselyPlugin,
  PostgresQueryCompiler,
  type RootOperationNode,
} from "kysely";

/** What Kysely writes down although PostgreSQL does not take it, or what only SQLite knows. */
const foreignToPostgres: [pattern: RegExp, why: string][] = [
  [
    / is (not )?\$\d/,
    "`is` takes null and no value there: use `is not distinct from`",
  ],
  [
    /\b(rowid|pragma|json_each|json_extract|ifnull|strftime|glob)\b/i,
    "only SQLite knows it",
  ],
  [
    /\binsert or (replace|ignore)\b/i,
    "only SQLite knows it: use `on conflict`",
  ],
];

/** FTS5 stands in app/db/search, where the other engine has its own. */
const isOfSearch = /\b(response_search|note_search|noted|answer_search)\b/;

/** Why a statement could not run on PostgreSQL; undefined where nothing is known against it. */
export function faultOnPostgres(node: RootOperationNode): string | undefined {
  // Written by hand as a whole: app/db alone may, for one engine.
  if (node.kind === "RawNode") return undefined;
  const { sql } = new PostgresQueryCompiler().compileQuery(node, {
    queryId: "checked",
  });
  if (isOfSearch.test(sql)) return undefined;
  const text = sql.replaceAll(/"[^"]*"|'[^']*'/g, "");
  const fault = foreignToPostgres.find(([pattern]) => pattern.test(text));
  return fault && `${fault[1]}: ${sql}`;
}

/** Every statement of every test on a database is compiled for PostgreSQL as well; one that it would refuse fails its test. */
export const compileForOtherEngine: KyselyPlugin = {
  transformQuery({ node }) {
    const fault = faultOnPostgres(node);
    if (fault) throw new Error(`Not for PostgreSQL: ${fault}`);
    return node;
  },
  async transformResult({ result }) {
    return result;
  },
};

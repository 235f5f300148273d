import {
  type Compilable,
  type CompiledQuery,
  type RawBuilder,
  sql,
} from "kysely";
import { engineOf } from "./engine.server.ts";
import type { Db } from "./schema.ts";

/** Where a value goes in a statement that is compiled once. */
class Place {
  readonly name: PropertyKey;

  constructor(name: PropertyKey) {
    this.name = name;
  }
}

export type Places<Values> = {
  [Name in keyof Values]: RawBuilder<Values[Name]>;
};

/**
 * A statement that Kysely builds and compiles once for an engine, which takes it
 * longer than SQLite takes to run it (docs/decisions/208). It has the same words
 * whatever its values are, so no condition of it may hang on one. Plugins, which
 * may look at a statement and not change it, are shown it with its values.
 *
 * @returns what runs it with its values, and gives back its rows.
 */
export function keepQuery<Values extends object, Output>(
  build: (db: Db, places: Places<Values>) => Compilable<Output>,
) {
  const run = keepQueries((db, places: Places<Values>) => build(db, places));
  return (db: Db, values: Values) => run(db, undefined, values);
}

/**
 * Statements whose words hang on something besides the values, like whether
 * there is a call or how long a list is: one is kept for each such shape. What
 * builds them is told the shape and never a value, so it cannot hang on one.
 *
 * @returns what runs the statement of a shape; there must be few shapes.
 */
export function keepQueries<Shape, Values extends object, Output>(
  build: (db: Db, places: Places<Values>, shape: Shape) => Compilable<Output>,
) {
  const kept = new Map<string, CompiledQuery<Output>>();
  const findKept = (db: Db, shape: Shape) => {
    const key = `${engineOf(db)} ${JSON.stringify(shape)}`;
    const place = (name: PropertyKey) => new Place(name);
    const query = kept.get(key) ?? build(db, termsBy(place), shape).compile();
    kept.set(key, query);
    return query;
  };
  return async (db: Db, shape: Shape, values: Values): Promise<Output[]> => {
    const valueOf = (name: PropertyKey) => values[name as keyof Values];
    const query = fill(findKept(db, shape), valueOf);
    const isWatched = db.getExecutor().plugins.length > 0;
    const shown = isWatched
      ? build(db, termsBy(valueOf), shape).compile()
      : query;
    const { queryId } = shown;
    const asked: CompiledQuery<Output> = { ...query, queryId };
    const { rows } = await db.executeQuery(asked);
    return rows;
  };
}

/** Places for so many values of a list, which is handed over as the values. */
export function placesOf<Item>(
  list: Places<Record<number, Item>>,
  length: number,
): RawBuilder<Item>[] {
  return Array.from({ length }, (_, index) => list[index]).filter(
    (place) => place !== undefined,
  );
}

function fill<Output>(
  query: CompiledQuery<Output>,
  valueOf: (name: PropertyKey) => unknown,
): CompiledQuery<Output> {
  const parameters = query.parameters.map((parameter) =>
    parameter instanceof Place ? valueOf(parameter.name) : parameter,
  );
  return { ...query, parameters };
}

/** What is asked for by its name when a statement is built. */
function termsBy<Values extends object>(
  find: (name: PropertyKey) => unknown,
): Places<Values> {
  return new Proxy({} as Places<Values>, {
    get: (_terms, name) => sql`${find(name)}`,
  });
}

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
  readonly path: Path;

  constructor(path: Path) {
    this.path = path;
  }
}

/** The name of a value; of one in a list, the list's and its number. */
type Path = readonly PropertyKey[];

/** Of each value one; of a list one for each of its values, by their numbers. */
export type Places<Values> = {
  [Name in keyof Values]: Values[Name] extends readonly (infer Item)[]
    ? Places<Record<number, Item>>
    : RawBuilder<Values[Name]>;
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
  const findKept = (db: Db, shape: Shape, values: Values) => {
    const key = `${engineOf(db)} ${JSON.stringify(shape)}`;
    const found = kept.get(key);
    if (found) return found;
    const places = termsFor(values, (path) => new Place(path));
    const query = build(db, places, shape).compile();
    kept.set(key, query);
    return query;
  };
  return async (db: Db, shape: Shape, values: Values): Promise<Output[]> => {
    const valueOf = (path: Path) => valueAt(values, path);
    const query = fill(findKept(db, shape, values), valueOf);
    const isWatched = db.getExecutor().plugins.length > 0;
    const shown = isWatched
      ? build(db, termsFor(values, valueOf), shape).compile()
      : query;
    const { queryId } = shown;
    const asked: CompiledQuery<Output> = { ...query, queryId };
    const { rows } = await db.executeQuery(asked);
    return rows;
  };
}

/** The places of a list's first so many values, or the values themselves. */
export function placesOf<Term>(
  list: Readonly<Record<number, Term>>,
  length: number,
): Term[] {
  return Array.from({ length }, (_, index) => list[index]).filter(
    (place) => place !== undefined,
  );
}

function fill<Output>(
  query: CompiledQuery<Output>,
  valueOf: (path: Path) => unknown,
): CompiledQuery<Output> {
  const parameters = query.parameters.map((parameter) =>
    parameter instanceof Place ? valueOf(parameter.path) : parameter,
  );
  return { ...query, parameters };
}

function valueAt(values: unknown, path: Path): unknown {
  return path.reduce(
    (within, name) => (within as Record<PropertyKey, unknown>)[name],
    values,
  );
}

/** What is asked for by its name when a statement is built; of the values it sees no more than which are lists. */
function termsFor<Values extends object>(
  values: Values,
  find: (path: Path) => unknown,
): Places<Values> {
  return new Proxy({} as Places<Values>, {
    get(_terms, name) {
      const value = values[name as keyof Values];
      return Array.isArray(value)
        ? termsFor(value, (path) => find([name, ...path]))
        : sql`${find([name])}`;
    },
  });
}

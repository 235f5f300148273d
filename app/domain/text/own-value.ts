/**
 * What a record has under an id that somebody chose: never what every object
 * has under that name, as a call may be stored that has it for an id.
 */
export function ownValue<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  id: string,
): Value | undefined {
  return record && Object.hasOwn(record, id) ? record[id] : undefined;
}

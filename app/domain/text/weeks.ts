const millisecondsOfDay = 86_400_000;

/** The day on which the next week begins. */
export function weekAfter(monday: string): string {
  const next = new Date(monday).getTime() + 7 * millisecondsOfDay;
  return new Date(next).toISOString().slice(0, 10);
}

/** The Monday of the week in which a day lies (UTC). */
export function weekOf(day: string): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  const since = (date.getUTCDay() + 6) % 7;
  const monday = date.getTime() - since * millisecondsOfDay;
  return new Date(monday).toISOString().slice(0, 10);
}

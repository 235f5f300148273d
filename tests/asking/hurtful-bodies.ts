const own = (names: string[], write: (name: string) => string) =>
  names.map((name) => `${name}=${write(name)}`).join("&");

const marks = encodeURIComponent("\u0300\u0316");

/** Bodies that were written to cost more than their length, of about so many bytes. */
export const hurtful: ((size: number, names: string[]) => string)[] = [
  (size) => "a=&".repeat(size / 3),
  (size, [name = "a"]) => `${name}=x&`.repeat(size / (name.length + 3)),
  (size, names) => own(names, (name) => `x&${name}=y`.repeat(size / 50)),
  (size) => "a[99999999]=x&a[b]=y&".repeat(size / 20),
  (size) => `a${"[b]".repeat(size / 3)}=x`,
  (size) => `a${".b".repeat(size / 2)}=x`,
  (size) => `__intent__=${"[".repeat(size)}&__state__=${"[".repeat(size)}`,
  (size, names) => own(names, () => "one+".repeat(size / 20)),
  (size, names) => own(names, () => "[".repeat(size / 5)),
  (size, names) => own(names, () => `a${marks.repeat(size / 60)}`),
  (size, names) => own(names, () => `a@${"a.".repeat(size / 10)}`),
  (size, names) => own(names, () => `a${"%20".repeat(size / 15)}b`),
  (size) => "%5B%5D=&".repeat(size / 8),
];

/*
 * A password that is guessed first is no password (OWASP ASVS 5.0 6.2.4). Ours
 * have twelve characters at least, which leaves few of the usual lists: words
 * and runs of keys, doubled, or with a year behind them.
 */

const commonStems = [
  "password",
  "passwort",
  "passw0rd",
  "p@ssword",
  "p@ssw0rd",
  "letmein",
  "welcome",
  "iloveyou",
  "ihateyou",
  "trustno1",
  "changeme",
  "secret",
  "superman",
  "batman",
  "dragon",
  "monkey",
  "princess",
  "sunshine",
  "football",
  "baseball",
  "liverpool",
  "arsenal",
  "chelsea",
  "manchester",
  "starwars",
  "michael",
  "jessica",
  "charlie",
  "computer",
  "internet",
  "administrator",
  "admin",
  "administrat0r",
  "login",
  "master",
  "access",
  "default",
  "temporary",
  "testing",
  "test",
  "qwerty",
  "qwertyuiop",
  "qwertyuiopasdfghjklzxcvbnm",
  "asdfghjkl",
  "zxcvbnm",
  "azerty",
  "azertyuiop",
  "qazwsx",
  "qazwsxedc",
  "qazwsxedcrfv",
  "1qaz2wsx",
  "1qaz2wsx3edc",
  "1q2w3e4r",
  "1q2w3e4r5t",
  "1q2w3e4r5t6y",
  "q1w2e3r4",
  "q1w2e3r4t5",
  "q1w2e3r4t5y6",
  "zaq12wsx",
  "abc123",
  "abcdef",
  "abcdefgh",
  "abcdefghijkl",
  "abcdefghijklmnop",
  "correcthorsebatterystaple",
  "heard",
  "review",
  "reviewer",
  "reviewteam",
  "spring",
  "summer",
  "autumn",
  "winter",
  "january",
  "february",
  "september",
  "october",
  "november",
  "december",
  "monday",
  "friday",
];

const longestFirst = [...commonStems].sort((a, b) => b.length - a.length);

const runs =
  /1234567890|123456789|12345678|1234567|123456|12345|1234|0987654321|987654321|87654321|7654321|654321|54321/g;

/** `aaaa`, `abcabcabc`: a short piece over and over. */
function isRepeated(password: string): boolean {
  for (let length = 1; length <= 4; length += 1) {
    const piece = password.slice(0, length);
    const whole = piece.repeat(Math.ceil(password.length / length));
    if (whole.startsWith(password)) return true;
  }
  return false;
}

/**
 * Whether a password is among those that are tried first: usual words and runs
 * with a date's worth of digits around them, or one piece over and over, or
 * the person's own name or address. Of a good password more is left than that.
 *
 * @param own words that stand for the person, in any case.
 */
export function isCommonPassword(
  password: string,
  own: string[] = [],
): boolean {
  const typed = password.toLowerCase();
  if (isRepeated(typed)) return true;
  const ownWords = own
    .flatMap((one) => one.toLowerCase().split(/[\s@.]+/))
    .filter((word) => word.length > 2);
  let rest = typed;
  for (const word of [...ownWords, ...longestFirst])
    rest = rest.replaceAll(word, "");
  rest = rest.replace(runs, "");
  const letters = rest.replace(/[\d\W_]/g, "");
  const digits = rest.replace(/\D/g, "");
  return letters.length < 4 && digits.length <= 8;
}

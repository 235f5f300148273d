/** What a browser takes, by its `Accept-Encoding`; what it weighs with nothing it does not take. */
export function readAcceptedEncodings(accepted = ""): string[] {
  return accepted
    .toLowerCase()
    .split(",")
    .map((part) => part.split(";").map((word) => word.trim()))
    .filter(([, weight = "q=1"]) => !/^q=0(\.0*)?$/.test(weight))
    .flatMap(([name]) => (name ? [name] : []));
}

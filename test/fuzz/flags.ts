/** The value of `--name VALUE` or `--name=VALUE`. */
export function flagOf(args: readonly string[], name: string, otherwise: string): string {
  const index = args.indexOf(`--${name}`);
  const joined = args.find((arg) => arg.startsWith(`--${name}=`));
  return joined?.slice(name.length + 3) ?? (index < 0 ? otherwise : (args[index + 1] ?? otherwise));
}

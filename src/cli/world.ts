/** What a command may touch: given by the entry point, so that tests run commands without a process of their own. */

export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The result of the command. */
  readonly stdout: (text: string) => void;
  /** Everything else: errors, hints, progress. */
  readonly stderr: (text: string) => void;
  /** The standard input, up to a limit in bytes; one more is read where there is more. */
  readonly stdin: (limit: number) => Uint8Array;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  readonly terminal: { readonly stdout: boolean; readonly stderr: boolean; readonly columns: number };
}

/** Exit codes, as the design fixes them. */
export const EXIT = { clean: 0, findings: 1, unusable: 2, bug: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * The runner's language: lines of a job's log that GitHub Actions obeys.
 * A line is a command where it begins with `::name`, blanks apart, or has `##[name` anywhere (actions/runner ActionCommand.cs).
 */
import { spelledOut } from '../source/printable.js';

/** The characters that must not stay as they are, if a text is not to hold a command: a second colon, the bracket of `##[`. */
export const COMMAND_PARTS = /(?<=:):|(?<=##)\[/g;

/** The text with the command taken out of `::` and `##[`, wherever they are. */
export function withoutCommands(text: string): string {
  return text.replace(COMMAND_PARTS, spelledOut);
}

/** For the part after the second `::`. */
export function commandMessage(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** For the value of a property. */
export function commandProperty(text: string): string {
  return commandMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

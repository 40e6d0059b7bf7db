/** One finding at the terminal: what is wrong, the lines that show it, what to write instead. */
import type { Finding, Gap, Location } from '../../analysis/report.js';
import { type Page } from './page.js';
export declare function findingLines(finding: Finding, page: Page): readonly string[];
/** `  --> file:line:column` */
export declare function arrow(place: Location | Gap, gutter: number, page: Page): string;

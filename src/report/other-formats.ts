/** The formats that are loaded when one of them is asked for, so that a run for a person need not read them all. */
export { github } from './github.js';
export { gitlab } from './gitlab.js';
export { json } from './json.js';
export { junit } from './junit.js';
export { markdown } from './markdown.js';
export { sarif } from './sarif.js';
export { unix } from './unix.js';

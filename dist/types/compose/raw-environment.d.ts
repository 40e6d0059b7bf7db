/** `env_file` in the `raw` format: `docker run --env-file`'s lines, neither quoted nor interpolated (docker/cli `kvfile`). */
import type { SourceText } from '../source/text.js';
import type { EnvironmentFile } from './environment-files.js';
import type { Lookup } from './template.js';
export declare function parseRawEnvironment(source: SourceText, lookup: Lookup): EnvironmentFile;

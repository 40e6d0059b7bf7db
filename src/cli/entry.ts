#!/usr/bin/env node
/** Starts the command line, with its code as the last run left it compiled. */
import { join } from 'node:path';
import { compiledModules } from './code-cache.js';

/** Put in by the build, without which nothing starts here. */
declare const BULKHEAD_VERSION: string;

if (process.env.NODE_DISABLE_COMPILE_CACHE) {
  require('./process.js');
} else {
  const cache = join(__dirname, '.cache', `${BULKHEAD_VERSION}-${process.version}-${process.arch}`);
  const load = compiledModules(join(__dirname, 'cli'), cache, require);
  load('./process.js');
}

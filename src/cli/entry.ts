#!/usr/bin/env node
/** Starts the command line, with its code as the last run left it compiled. */
import { join } from 'node:path';
import { compiledModules } from './code-cache.js';

/** A digest of all bundles, put in by the build: their sizes and times may be those of others, as in packages of npm. */
const BUILD = 'BUNDLES';

if (process.env.NODE_DISABLE_COMPILE_CACHE) {
  require('./process.js');
} else {
  const cache = join(__dirname, '.cache', `${BUILD}-${process.version}-${process.arch}`);
  const load = compiledModules(join(__dirname, 'cli'), cache, require);
  load('./process.js');
}

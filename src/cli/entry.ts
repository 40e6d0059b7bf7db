#!/usr/bin/env node
/** Starts the command line, with its code as the last run left it compiled. */
import { keepCompiled } from './code-cache.js';

keepCompiled(__dirname);
require('./process.js');

/** Version of this program, as in package.json; a constant because a Worker has no files. A test compares the two. */
export const VERSION = '0.1.0';

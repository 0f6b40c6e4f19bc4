// How thorough this run is: `npm test` takes a few of each, `npm run test:all` takes all.
export const isFull = process.env.POSOKA_TEST_ALL === '1'
export const few = <T>(some: readonly T[], all: readonly T[]): readonly T[] => (isFull ? all : some)

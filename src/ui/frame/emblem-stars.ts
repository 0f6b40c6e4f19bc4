// The stars of the emblem of the European Union after its graphic rules: twelve upright stars on a circle, radius a third of the height,
// each star in a circle of an eighteenth of the height, placed as the hours on a clock; field 3 : 2.
const points = Array.from({ length: 10 }, (_, index) => {
  const radius = index % 2 === 0 ? 1 : 0.381966
  const angle = (Math.PI / 5) * index
  return [radius * Math.sin(angle), -radius * Math.cos(angle)] as const
})
const round = (value: number): string => String(Number(value.toFixed(3)))
// The star is drawn by steps, not by places, so that all twelve are the same text.
const starSteps = points.slice(1).map(([x, y], index) => {
  const [fromX, fromY] = points[index] ?? [0, 0]
  return `${round(x - fromX)} ${round(y - fromY)}`
}).join(' ')
export const emblemStars = Array.from({ length: 12 }, (_, hour) => {
  const angle = (Math.PI / 6) * hour
  return `M${round(13.5 + 6 * Math.sin(angle))} ${round(9 - 6 * Math.cos(angle) - 1)}l${starSteps}z`
}).join('')

/** Sizes of the paper in percent. */
const zoomSteps = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** The next step up or down. */
export const stepZoom = (zoom: number, direction: 1 | -1): number =>
  direction === 1
    ? (zoomSteps.find((step) => step > zoom) ?? zoom)
    : (zoomSteps.findLast((step) => step < zoom) ?? zoom);

// Prints land.json; README.md says how to run it.
import { readFileSync } from "node:fs";
import { quantize } from "topojson-client";
import {
  filter,
  filterAttachedWeight,
  presimplify,
  simplify,
  sphericalRingArea,
  sphericalTriangleArea,
} from "topojson-simplify";

// In steradians: corners of a coast that are smaller are cut off, islands that are smaller left out.
const SMALLEST = 2e-5;
// Europe and its neighbours, in degrees, where this chronology happens: there corners and islands count for more.
const [WEST, SOUTH, EAST, NORTH] = [-15, 33, 50, 66];
const FINER = 14;
// In degrees: all is rounded to multiples of it.
const STEP = 0.05;

const weight = (area, [lon, lat]) => (lon > WEST && lon < EAST && lat > SOUTH && lat < NORTH ? FINER * area : area);

const atlas = JSON.parse(readFileSync("node_modules/world-atlas/land-50m.json"));
const weighted = presimplify(atlas, (corner) => weight(sphericalTriangleArea(corner), corner[1]));
const coarse = simplify(weighted, SMALLEST);
const kept = filter(coarse, filterAttachedWeight(coarse, SMALLEST, (ring) => weight(sphericalRingArea(ring), ring[0])));
console.log(JSON.stringify(quantize(kept, { scale: [STEP, STEP], translate: [-180, -90] })));

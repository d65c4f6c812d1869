//! Exact fractions: 2.40 ÷ 5.00 is 12/25 here, neither a float nor a decimal cut off somewhere.

use std::cmp::Ordering;

/// A fraction in lowest terms, its denominator positive. Every operation gives `None` where 128 bits don't hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    over: i128,
    under: i128,
}

/// Ten to a power.
fn ten(power: u32) -> Option<i128> {
    10_i128.checked_pow(power)
}

impl Ratio {
    /// Nothing.
    pub const ZERO: Self = Self { over: 0, under: 1 };

    /// `over ÷ under`; `None` for a division by zero.
    pub fn new(over: i128, under: i128) -> Option<Self> {
        let divisor = gcd(over.checked_abs()?, under.checked_abs()?);
        let sign = under.signum();
        (under != 0).then(|| Self { over: over / divisor * sign, under: under / divisor * sign })
    }

    /// `digits` with the decimal point moved left.
    pub fn decimal(digits: i128, places: u32) -> Option<Self> {
        Self::new(digits, ten(places)?)
    }

    /// Whether it is nothing.
    pub fn is_zero(self) -> bool {
        self.over == 0
    }

    /// Its size without its sign.
    pub fn abs(self) -> Self {
        Self { over: self.over.abs(), under: self.under }
    }

    /// Its opposite.
    pub fn negative(self) -> Self {
        Self { over: -self.over, under: self.under }
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        let divisor = gcd(self.under, other.under);
        let (left, right) = (other.under / divisor, self.under / divisor);
        let over = self.over.checked_mul(left)?.checked_add(other.over.checked_mul(right)?)?;
        Self::new(over, self.under.checked_mul(left)?)
    }

    /// The difference.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negative())
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        let (one, two) = (gcd(self.over.abs(), other.under), gcd(other.over.abs(), self.under));
        let over = (self.over / one).checked_mul(other.over / two)?;
        Self::new(over, (self.under / two).checked_mul(other.under / one)?)
    }

    /// The quotient; `None` for a division by zero.
    pub fn per(self, other: Self) -> Option<Self> {
        self.times(Self::new(other.under, other.over)?)
    }

    /// As a printed decimal, rounded half away from zero.
    pub fn printed(self, places: u32) -> String {
        let Some(scaled) = ten(places).and_then(|scale| self.times(Self { over: scale, under: 1 })) else {
            return "…".to_owned();
        };
        let (whole, rest) = (scaled.over.abs() / scaled.under, scaled.over.abs() % scaled.under);
        let digits = whole + i128::from(rest >= scaled.under - rest);
        let sign = if self.over < 0 && digits != 0 { "-" } else { "" };
        let places = places as usize;
        let digits = format!("{digits:0>width$}", width = places + 1);
        let (whole, decimals) = digits.split_at(digits.len() - places);
        if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
    }

    /// How many decimals say it exactly, at most six.
    pub fn places(self) -> u32 {
        (0..6).find(|places| ten(*places).is_some_and(|scale| scale % self.under == 0)).unwrap_or(6)
    }

    /// For drawing only.
    pub fn approximate(self) -> f64 {
        #[allow(clippy::cast_precision_loss)] // a bar's length need not be exact
        let value = self.over as f64 / self.under as f64;
        value
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    /// Compares whole parts, then the reciprocals of the rests: nothing can overflow.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut left, mut right) = ((self.over, self.under), (other.over, other.under));
        let mut turned = false;
        loop {
            let whole = left.0.div_euclid(left.1).cmp(&right.0.div_euclid(right.1));
            let rests = (left.0.rem_euclid(left.1), right.0.rem_euclid(right.1));
            let order = match (whole, rests) {
                (Ordering::Equal, (0, rest)) => 0.cmp(&rest),
                (Ordering::Equal, (_, 0)) => Ordering::Greater,
                (Ordering::Equal, _) => {
                    (left, right) = ((left.1, rests.0), (right.1, rests.1));
                    turned = !turned;
                    continue;
                }
                (order, _) => order,
            };
            return if turned { order.reverse() } else { order };
        }
    }
}

fn gcd(mut one: i128, mut other: i128) -> i128 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one.max(1)
}

#[cfg(test)]
mod tests {
    use super::Ratio;

    fn ratio(over: i128, under: i128) -> Ratio {
        Ratio::new(over, under).expect("a fraction")
    }

    #[test]
    fn fractions_are_exact_and_in_order() {
        assert_eq!(ratio(1, 3).plus(ratio(1, 6)), Some(ratio(1, 2)));
        assert_eq!(ratio(240, 100).per(ratio(500, 100)), Some(ratio(12, 25)));
        assert_eq!(ratio(1, 2).per(Ratio::ZERO), None);
        assert!(ratio(1, 3) < ratio(34, 100) && ratio(-1, 3) < ratio(-3, 10) && ratio(7, 2) > ratio(10, 3));
        assert_eq!(ratio(-7, 2).cmp(&ratio(7, -2)), std::cmp::Ordering::Equal);
    }

    #[test]
    fn print_rounds_half_away_from_zero() {
        assert_eq!(
            [ratio(1, 8).printed(2), ratio(-1, 8).printed(2), ratio(-1, 300).printed(2)],
            ["0.13", "-0.13", "0.00"]
        );
        assert_eq!([ratio(12, 25).printed(0), ratio(7, 1).printed(1), ratio(5, 2).printed(0)], ["0", "7.0", "3"]);
    }
}

//! Formulas over the names of columns or rows: `完成率 = 决算数 / 预算数`.
//!
//! Names run on until an operator: brackets right after a name belong to it, as in 因公出国（境）费. A name with an
//! operator inside is quoted with 「」. `决算数@合计` is the one cell of a column and a row, for shares of a whole. `＋－×÷＝（）` are as good as `+-*/=()`.

use crate::{text, text::Text};

/// Longest formula, in bytes, and deepest brackets: nobody means more.
const MOST: usize = 2000;
const DEEPEST: usize = 32;

/// An equation: what is printed on the left follows from the right.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// Most often one name.
    pub left: Expression,
    /// How it is reckoned.
    pub right: Expression,
}

/// One side of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// A column or a row.
    Name(String),
    /// A number written out.
    Number(String),
    /// All of them but the results.
    All(All),
    /// `-x`
    Negative(Box<Expression>),
    /// `a + b`
    Two(Box<Expression>, Operator, Box<Expression>),
}

/// The names that stand for many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum All {
    /// 以上各行之和
    RowsAbove,
    /// 其余各行之和
    OtherRows,
    /// 其余各列之和
    OtherColumns,
}

/// What is done with two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Per,
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Name(String, bool),
    Operator(Operator),
    Equals,
    Open,
    Close,
}

fn operator(c: char) -> Option<Operator> {
    match c {
        '+' | '＋' => Some(Operator::Plus),
        '-' | '－' | '−' => Some(Operator::Minus),
        '*' | '×' | '＊' => Some(Operator::Times),
        '/' | '÷' | '／' => Some(Operator::Per),
        _ => None,
    }
}

impl Expression {
    /// Whether a name stands in it.
    pub(super) fn names(&self, name: &str) -> bool {
        match self {
            Self::Name(own) => own == name,
            Self::Number(_) | Self::All(_) => false,
            Self::Negative(of) => of.names(name),
            Self::Two(a, _, b) => a.names(name) || b.names(name),
        }
    }
}

impl Operator {
    /// As a report shows it.
    pub fn shown(self) -> char {
        match self {
            Self::Plus => '+',
            Self::Minus => '−',
            Self::Times => '×',
            Self::Per => '÷',
        }
    }

    fn binds_tighter(self) -> bool {
        matches!(self, Self::Times | Self::Per)
    }
}

/// Reads a formula.
///
/// # Errors
/// What can't be understood.
pub fn parse(text: &str) -> Result<Formula, Text> {
    if text.len() > MOST {
        return Err(text!("算式太长，最多 {MOST} 字节", "the formula is too long: {MOST} bytes at most"));
    }
    let tokens = tokens(text)?;
    let mut sides = tokens.split(|t| *t == Token::Equals);
    let (Some(left), Some(right), None) = (sides.next(), sides.next(), sides.next()) else {
        return Err(text!(
            "算式要有一个等号，如 合计 = 甲 + 乙",
            "a formula has one equals sign, as in 合计 = 甲 + 乙"
        ));
    };
    Ok(Formula { left: side(left)?, right: side(right)? })
}

fn side(tokens: &[Token]) -> Result<Expression, Text> {
    let mut reader = FormulaReader { tokens, at: 0, depth: 0 };
    let expression = reader.sum()?;
    match tokens.get(reader.at) {
        None => Ok(expression),
        Some(token) => Err(text!("「{}」放错了地方", "“{}” is out of place", token.shown())),
    }
}

fn tokens(text: &str) -> Result<Vec<Token>, Text> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(c) = rest.chars().next() {
        let mut length = c.len_utf8();
        if let Some(operator) = operator(c) {
            tokens.push(Token::Operator(operator));
        } else if matches!(c, '=' | '＝') {
            tokens.push(Token::Equals);
        } else if matches!(c, '(' | '（') {
            tokens.push(Token::Open);
        } else if matches!(c, ')' | '）') {
            tokens.push(Token::Close);
        } else if c == '「' {
            let end = rest.find('」').ok_or_else(|| text!("「 没有与它成对的 」", "「 has no matching 」"))?;
            tokens.push(Token::Name(rest[length..end].trim().to_owned(), true));
            length = end + '」'.len_utf8();
        } else {
            length = name(rest);
            tokens.push(Token::Name(rest[..length].trim().to_owned(), false));
        }
        rest = rest[length..].trim_start();
    }
    Ok(tokens)
}

/// How long the name at the beginning is.
fn name(text: &str) -> usize {
    let mut open = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' => open += 1,
            ')' | '）' if open == 0 => return at,
            ')' | '）' => open -= 1,
            '=' | '＝' | '「' => return at.max(1),
            c if operator(c).is_some() && open == 0 => return at,
            _ => {}
        }
    }
    text.len()
}

impl Token {
    fn shown(&self) -> String {
        match self {
            Self::Name(name, _) => name.clone(),
            Self::Operator(operator) => operator.shown().to_string(),
            Self::Equals => "=".to_owned(),
            Self::Open => "(".to_owned(),
            Self::Close => ")".to_owned(),
        }
    }
}

struct FormulaReader<'t> {
    tokens: &'t [Token],
    at: usize,
    depth: usize,
}

impl FormulaReader<'_> {
    fn next(&mut self) -> Option<&Token> {
        self.at += 1;
        self.tokens.get(self.at - 1)
    }

    fn operator(&mut self, tight: bool) -> Option<Operator> {
        let Some(Token::Operator(operator)) = self.tokens.get(self.at) else { return None };
        let fits = operator.binds_tighter() == tight;
        self.at += usize::from(fits);
        fits.then_some(*operator)
    }

    fn sum(&mut self) -> Result<Expression, Text> {
        self.chain(false, Self::product)
    }

    fn product(&mut self) -> Result<Expression, Text> {
        self.chain(true, Self::one)
    }

    fn chain(&mut self, tight: bool, part: fn(&mut Self) -> Result<Expression, Text>) -> Result<Expression, Text> {
        let mut all = part(self)?;
        while let Some(operator) = self.operator(tight) {
            all = Expression::Two(Box::new(all), operator, Box::new(part(self)?));
        }
        Ok(all)
    }

    fn one(&mut self) -> Result<Expression, Text> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(text!("括号套得太深", "too many brackets inside each other"));
        }
        let one = match self.next().cloned() {
            Some(Token::Name(name, quoted)) => Ok(named(name, quoted)),
            Some(Token::Operator(Operator::Minus)) => Ok(Expression::Negative(Box::new(self.one()?))),
            Some(Token::Open) => {
                let inner = self.sum()?;
                match self.next() {
                    Some(Token::Close) => Ok(inner),
                    _ => Err(text!("括号没有成对", "a bracket is not closed")),
                }
            }
            Some(token) => Err(text!("「{}」放错了地方", "“{}” is out of place", token.shown())),
            None => Err(text!("算式不完整", "the formula is not complete")),
        };
        self.depth -= 1;
        one
    }
}

fn named(name: String, quoted: bool) -> Expression {
    match name.as_str() {
        _ if quoted => Expression::Name(name),
        "以上各行之和" | "上列各行之和" => Expression::All(All::RowsAbove),
        "其余各行之和" | "其他各行之和" => Expression::All(All::OtherRows),
        "其余各列之和" | "其他各列之和" => Expression::All(All::OtherColumns),
        text if super::Figure::parse(text).is_some() => Expression::Number(name),
        _ => Expression::Name(name),
    }
}

#[cfg(test)]
mod tests {
    use super::{Expression, parse};

    fn shown(expression: &Expression) -> String {
        match expression {
            Expression::Name(name) | Expression::Number(name) => name.clone(),
            Expression::All(all) => format!("{all:?}"),
            Expression::Negative(of) => format!("-{}", shown(of)),
            Expression::Two(a, operator, b) => format!("({} {} {})", shown(a), operator.shown(), shown(b)),
        }
    }

    fn read(text: &str) -> String {
        parse(text).map_or_else(|why| why.en, |f| format!("{} = {}", shown(&f.left), shown(&f.right)))
    }

    #[test]
    fn names_keep_their_brackets() {
        assert_eq!(read("合计 = 因公出国（境）费 + 公务接待费"), "合计 = (因公出国（境）费 + 公务接待费)");
        assert_eq!(read("合计＝因公出国(境)费＋接待"), "合计 = (因公出国(境)费 + 接待)");
        assert_eq!(read("增减率 = （本年－上年）÷上年"), "增减率 = ((本年 − 上年) ÷ 上年)");
        assert_eq!(read("率 = 甲 / (乙 + 丙) * 100"), "率 = ((甲 ÷ (乙 + 丙)) × 100)");
        assert_eq!(read("「A/B」 = 「甲-乙」 - -丙"), "A/B = (甲-乙 − -丙)");
        assert_eq!(read("一 + 二 = 三 + 四"), "(一 + 二) = (三 + 四)");
        assert_eq!(read("合计 = 以上各行之和"), "合计 = RowsAbove");
    }

    #[test]
    fn what_is_no_formula_says_why() {
        for (text, why) in [
            ("合计", "a formula has one equals sign, as in 合计 = 甲 + 乙"),
            ("合计 = ", "the formula is not complete"),
            ("合计 = (甲 + 乙", "a bracket is not closed"),
            ("合计 = 甲 + * 乙", "“×” is out of place"),
            ("合计 = 甲) + 乙", "“)” is out of place"),
            ("「合计 = 甲", "「 has no matching 」"),
        ] {
            assert_eq!(read(text), why, "{text}");
        }
    }
}

//! `#[derive(Shape)]`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DataEnum, DeriveInput, Error, Expr, ExprRange, Field, Fields, Result, Type, Variant, parse2};

use crate::attribute::{self, Bound, Serde, Shape};
use crate::declaration::{argument, optional};

pub fn derive(item: TokenStream) -> Result<TokenStream> {
    let item: DeriveInput = parse2(item)?;
    let kind = kind(&item)?;
    let name = &item.ident;
    Ok(quote! {
        #[automatically_derived]
        impl ::interchange_web::shape::Shape for #name {
            const KIND: ::interchange_web::shape::Kind = {
                use ::interchange_web::shape::{Field, Kind, Object, Part, Shape, Union, Variant};
                #kind
            };
        }
    })
}

fn kind(item: &DeriveInput) -> Result<TokenStream> {
    let serde = Serde::read(&item.attrs)?;
    match &item.data {
        Data::Struct(data) => match &data.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => Ok(inner(&fields.unnamed[0].ty)),
            fields => structure(item, &serde, fields),
        },
        Data::Enum(data) if serde.untagged => any_of(data),
        Data::Enum(data) => match &serde.tag {
            Some(tag) => union(item, &serde, tag, data),
            None => words(&serde, data),
        },
        Data::Union(_) => Err(Error::new_spanned(item, "a Rust union has no shape")),
    }
}

fn inner(ty: &Type) -> TokenStream {
    quote!(<#ty as Shape>::KIND)
}

/// A struct: an object, or the only variant of a union when serde adds a tag to it.
fn structure(item: &DeriveInput, serde: &Serde, fields: &Fields) -> Result<TokenStream> {
    let name = serde.rename.clone().unwrap_or_else(|| item.ident.to_string());
    let object = object(&item.ident.to_string(), serde, &item.attrs, fields)?;
    Ok(match &serde.tag {
        None => quote!(Kind::Object(&#object)),
        Some(tag) => {
            let line = attribute::line(&item.attrs);
            quote!(Kind::Union(&Union::new(#tag, &[Variant { value: #name, object: &#object }], #line, &[])))
        }
    })
}

fn object(name: &str, serde: &Serde, attributes: &[syn::Attribute], fields: &Fields) -> Result<TokenStream> {
    let Shape { rules, closed, .. } = Shape::read(attributes)?;
    let (mut rows, mut parts) = (Vec::new(), Vec::new());
    for field in fields {
        let attributes = Serde::read(&field.attrs)?;
        if attributes.flatten {
            let (ty, required) = presence(&field.ty);
            parts.push(quote!(Part { kind: &<#ty as Shape>::KIND, required: #required }));
        } else {
            rows.push(row(field, serde, &attributes)?);
        }
    }
    Ok(quote!(Object::new(#name, &[#(#rows),*], &[#(#parts),*], &[#(#rules),*], #closed)))
}

/// What an `Option` says: the type inside, and that it need not be there.
fn presence(ty: &Type) -> (&Type, bool) {
    optional(ty).map_or((ty, true), |inner| (inner, false))
}

/// One row of the field table.
fn row(field: &Field, serde: &Serde, attributes: &Serde) -> Result<TokenStream> {
    let shape = Shape::read(&field.attrs)?;
    let ident = field.ident.as_ref().ok_or_else(|| Error::new_spanned(field, "a field of an object has a name"))?;
    let name = match &attributes.rename {
        Some(name) => name.clone(),
        None => serde.rename_all.field(ident.to_string().trim_start_matches("r#")),
    };
    let (ty, required) = presence(&field.ty);
    let (ty, nullable) = argument(ty, "OrNull").map_or((ty, false), |inner| (inner, true));
    let kind = bounded(ty, &shape)?;
    let flags = [
        (required, quote!(Field::REQUIRED)),
        (nullable, quote!(Field::NULLABLE)),
        (shape.query, quote!(Field::QUERY)),
        (shape.joined, quote!(Field::JOINED)),
        (shape.secret, quote!(Field::SECRET)),
        (shape.bulk, quote!(Field::BULK)),
    ];
    let flags = flags.into_iter().filter_map(|(set, flag)| set.then_some(flag));
    let line = attribute::line(&field.attrs);
    let default = match shape.default {
        Some(default) => quote!(Some(#default)),
        None => quote!(None),
    };
    Ok(quote!(Field::new(#name, &#kind, 0 #(| #flags)*, #line, #default)))
}

fn bounded(ty: &Type, shape: &Shape) -> Result<TokenStream> {
    let kind = match argument(ty, "Vec") {
        Some(item) if !shape.each.is_empty() => {
            let item = apply(inner(item), &shape.each)?;
            quote!(Kind::list(&#item))
        }
        _ => inner(ty),
    };
    apply(kind, &shape.bounds)
}

fn apply(kind: TokenStream, bounds: &[Bound]) -> Result<TokenStream> {
    bounds.iter().try_fold(kind, |kind, Bound { method, value }| {
        let arguments = match value {
            Expr::Range(range) => ends(range)?,
            value => quote!(#value),
        };
        Ok(quote!(#kind.#method(#arguments)))
    })
}

fn ends(range: &ExprRange) -> Result<TokenStream> {
    let end = |end: &Option<Box<Expr>>| match end {
        Some(end) => quote!(Some(#end)),
        None => quote!(None),
    };
    match (&range.limits, &range.end) {
        (syn::RangeLimits::HalfOpen(_), Some(_)) => Err(Error::new_spanned(range, "write a..=b, both ends included")),
        _ => {
            let (start, end) = (end(&range.start), end(&range.end));
            Ok(quote!(#start, #end))
        }
    }
}

/// An enum whose variants carry nothing: a list of words.
fn words(serde: &Serde, data: &DataEnum) -> Result<TokenStream> {
    let words = data.variants.iter().map(|variant| word(serde, variant)).collect::<Result<Vec<_>>>()?;
    Ok(quote!(Kind::Choice(&[#(#words),*])))
}

fn word(serde: &Serde, variant: &Variant) -> Result<String> {
    let renamed = Serde::read(&variant.attrs)?.rename;
    Ok(renamed.unwrap_or_else(|| serde.rename_all.variant(&variant.ident.to_string())))
}

fn any_of(data: &DataEnum) -> Result<TokenStream> {
    let kinds = data.variants.iter().map(|variant| match &variant.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            let ty = &fields.unnamed[0].ty;
            Ok(quote!(&<#ty as Shape>::KIND))
        }
        _ => Err(Error::new_spanned(variant, "a variant of an untagged union carries exactly one type")),
    });
    let kinds = kinds.collect::<Result<Vec<_>>>()?;
    Ok(quote!(Kind::AnyOf(&[#(#kinds),*])))
}

/// An enum with a tag. With `content`, what a variant carries is the value of that field; without, its own fields stand
/// beside the tag. Either way a variant is an object of the fields that come with the tag's value.
fn union(item: &DeriveInput, serde: &Serde, tag: &str, data: &DataEnum) -> Result<TokenStream> {
    let (mut variants, mut untagged) = (Vec::new(), Vec::new());
    for variant in &data.variants {
        let attributes = Serde::read(&variant.attrs)?;
        if attributes.untagged {
            // What serde writes without a tag is an input in which the tag is missing; the checker knows those.
            for field in &variant.fields {
                untagged.push(row(field, &attributes, &Serde::read(&field.attrs)?)?);
            }
            continue;
        }
        let value = word(serde, variant)?;
        let name = format!("{}{}", item.ident, variant.ident);
        let object = match (&serde.content, &variant.fields) {
            (Some(content), Fields::Unnamed(fields)) => content_object(&name, content, variant, &fields.unnamed[0].ty),
            (None, Fields::Unnamed(fields)) => {
                let ty = &fields.unnamed[0].ty;
                quote!(<#ty as Shape>::KIND.object())
            }
            (_, fields) => {
                let names = Serde { rename_all: Serde::read(&variant.attrs)?.rename_all, ..Serde::read(&[])? };
                let object = object(&name, &names, &variant.attrs, fields)?;
                quote!(&#object)
            }
        };
        variants.push(quote!(Variant { value: #value, object: #object }));
    }
    let line = attribute::line(&item.attrs);
    Ok(quote!(Kind::Union(&Union::new(#tag, &[#(#variants),*], #line, &[#(#untagged),*]))))
}

fn content_object(name: &str, content: &str, variant: &Variant, ty: &Type) -> TokenStream {
    let (kind, line) = (inner(ty), attribute::line(&variant.attrs));
    quote! {
        &Object::new(#name, &[Field::new(#content, &#kind, Field::REQUIRED, #line, None)], &[], &[], false)
    }
}

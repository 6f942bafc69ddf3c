//! `#[request]`, `#[response]`, `#[choice]`: the derives and serde attributes that every declaration shares.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Error, Field, Fields, LitStr, Result, Type, parse_quote, parse2};

use crate::attribute::{Serde, Shape};

pub fn request(item: TokenStream) -> Result<TokenStream> {
    let mut item: DeriveInput = parse2(item)?;
    let serde = Serde::read(&item.attrs)?;
    for field in fields(&mut item.data) {
        if Serde::read(&field.attrs)?.flatten {
            intersect(field);
        } else if optional(&field.ty).is_some() {
            field.attrs.push(parse_quote!(#[serde(default, skip_serializing_if = "Option::is_none")]));
        }
        accept_dates(field);
        accept_text(field)?;
    }
    let camel = (!serde.untagged).then(|| camel_case(&item));
    Ok(quote! {
        #[derive(Debug, Clone, ::serde::Serialize, ::serde::Deserialize, ::tsify::Tsify, ::interchange_web::shape::Shape)]
        #camel
        #[tsify(hashmap_as_object)]
        #item
    })
}

pub fn response(item: TokenStream) -> Result<TokenStream> {
    let mut item: DeriveInput = parse2(item)?;
    for field in fields(&mut item.data) {
        if optional(&field.ty).is_some() && !Serde::read(&field.attrs)?.flatten {
            field.attrs.push(parse_quote!(#[serde(default)]));
        }
    }
    let camel = camel_case(&item);
    Ok(quote! {
        #[derive(Debug, Clone, ::serde::Serialize, ::serde::Deserialize, ::tsify::Tsify)]
        #camel
        #[tsify(missing_as_null, hashmap_as_object)]
        #item
    })
}

pub fn choice(spelling: TokenStream, item: TokenStream) -> Result<TokenStream> {
    let item: DeriveInput = parse2(item)?;
    let spelling = if spelling.is_empty() {
        LitStr::new("SCREAMING_SNAKE_CASE", proc_macro2::Span::call_site())
    } else {
        parse2(spelling)?
    };
    Ok(quote! {
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash,
            ::serde::Serialize, ::serde::Deserialize, ::tsify::Tsify, ::interchange_web::shape::Shape,
        )]
        #[serde(rename_all = #spelling)]
        #item
    })
}

/// The API writes its fields in camelCase; a declaration that differs says so, and an enum has no fields.
fn camel_case(item: &DeriveInput) -> Option<TokenStream> {
    let said = item.attrs.iter().any(|attribute| attribute.to_token_stream().to_string().contains("rename_all"));
    (!said && matches!(item.data, Data::Struct(_))).then(|| quote!(#[serde(rename_all = "camelCase")]))
}

/// An interface cannot extend a union; with its type spelled out, tsify writes an intersection.
fn intersect(field: &mut Field) {
    let name = optional(&field.ty).unwrap_or(&field.ty).to_token_stream().to_string();
    field.attrs.push(parse_quote!(#[tsify(type = #name)]));
}

/// `JSON.stringify` turns a `Date` into exactly the documented timestamp, so TypeScript may offer it in requests.
fn accept_dates(field: &mut Field) {
    let ty = optional(&field.ty).unwrap_or(&field.ty);
    let (ty, null) = argument(ty, "OrNull").map_or((ty, ""), |inner| (inner, " | null"));
    let name = ty.to_token_stream().to_string();
    if name == "Timestamp" || name == "OffsetTimestamp" {
        let union = format!("{name} | Date{null}");
        field.attrs.push(parse_quote!(#[tsify(type = #union)]));
    }
}

/// A long list may be given in more ways than one; `Bulk` in the package's `index.d.ts` names them.
fn accept_text(field: &mut Field) -> Result<()> {
    if Shape::read(&field.attrs)?.bulk {
        let item = argument(optional(&field.ty).unwrap_or(&field.ty), "Vec");
        let item = item.ok_or_else(|| Error::new_spanned(&field.ty, "`bulk` is for a list"))?;
        let union = format!("Bulk<{}>", item.to_token_stream());
        field.attrs.push(parse_quote!(#[tsify(type = #union)]));
    }
    Ok(())
}

fn fields(data: &mut Data) -> Vec<&mut Field> {
    let variants = match data {
        Data::Struct(data) => vec![&mut data.fields],
        Data::Enum(data) => data.variants.iter_mut().map(|variant| &mut variant.fields).collect(),
        Data::Union(_) => Vec::new(),
    };
    variants.into_iter().filter(|fields| matches!(fields, Fields::Named(_))).flatten().collect()
}

/// The `T` of an `Option<T>`.
pub fn optional(ty: &Type) -> Option<&Type> {
    argument(ty, "Option")
}

/// The `T` of an `Outer<T>`.
pub fn argument<'a>(ty: &'a Type, outer: &str) -> Option<&'a Type> {
    let Type::Path(path) = ty else { return None };
    let segment = path.path.segments.last().filter(|segment| segment.ident == outer)?;
    let syn::PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        syn::GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}
